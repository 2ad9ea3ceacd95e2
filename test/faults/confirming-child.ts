// Run by wal.test.ts: founds a practice in the folder given, then adds rooms without end and says each one confirmed.
import { foundTestPractice, key } from '../support/practice.ts';

const practice = await foundTestPractice({ dataDir: process.argv[2] ?? '' });
process.stdout.write(`personne ${practice.doctorAccountId}\n`);
for (let count = 1; ; count += 1) {
  await practice.doctor.practice.addRoom({ ...key(), label: `Salle ${count}` });
  process.stdout.write(`confirmé ${count}\n`);
}
