// Runs cases of the book of rules: `node build/rules.ts FILE.yaml…` prints a line per case, exits with 1 on a difference.
import { readCases, runCase } from '../test/rules/run-cases.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Usage : node build/rules.ts FICHIER.yaml…');
  process.exit(2);
}

let run = 0;
let failed = 0;
for (const file of files) {
  try {
    for (const one of readCases(file)) {
      const result = runCase(one);
      run += 1;
      if (result.differences.length === 0) {
        console.log(`ok        ${result.day}  ${result.rule}  ${result.name}`);
        continue;
      }
      failed += 1;
      console.log(`DIFFÉRENT ${result.day}  ${result.rule}  ${result.name}`);
      for (const line of result.differences) console.log(`            ${line}`);
    }
  } catch (error) {
    failed += 1;
    console.log(`ILLISIBLE ${error instanceof Error ? error.message : String(error)}`);
  }
}
console.log(`${run} cas, ${failed} différence${failed > 1 ? 's' : ''}.`);
process.exitCode = failed === 0 ? 0 : 1;
