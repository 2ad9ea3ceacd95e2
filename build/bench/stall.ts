// The longest time the answering thread was held, under the day's mix with an import running.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { defaultImportChoices } from '../../shared/contract/imports.ts';
import { createDraw } from '../../electron/features/demo/index.ts';
import { benchDay } from '../seed/large-practice.ts';
import type { Line } from './figures.ts';
import { listOfPeople, phase, sendList } from './import.ts';
import { once, openSeat } from './seat.ts';

const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));

/** Searches, boards, files and moves at the pace of six busy people, while 20 000 lines are checked and loaded. */
export async function measureStall(practice: string): Promise<Line> {
  const seat = await openSeat(practice);
  const { client } = seat;
  try {
    const ids = (await seat.core.practice.requireOpen().reader.selectFrom('patient').select('id').where('number', '<=', 4000).execute()).map((row) => row.id);
    const { visits } = await client.visits.board({ day: benchDay });
    const moving = visits.filter((visit) => visit.stage === 'expected');
    const draw = createDraw('mesures/journée');
    const list = listOfPeople();
    let running = true;
    let calls = 0;
    const mix = async () => {
      let turn = 0;
      while (running) {
        turn += 1;
        calls += 1;
        if (turn % 10 === 0) await client.patients.get({ patientId: draw.pick(ids) });
        else if (turn % 7 === 0 && moving.length > 0) {
          const visit = moving.pop();
          if (visit !== undefined) await client.visits.move({ ...once(), visitId: visit.id, from: 'expected', to: 'waiting' });
        } else if (turn % 3 === 0) await client.visits.board({ day: benchDay });
        else await client.patients.search({ text: draw.pick(['mar', 'bern', 'petit j', '12/03', 'dup', 'lero']), limit: 20 });
        await pause(15);
      }
    };
    await mixFor(mix, 1500, () => (running = false));
    running = true;
    // The list is sent before: a browser sends it piece by piece, and its reading is measured with the rest.
    const watch = monitorEventLoopDelay({ resolution: 1 });
    watch.enable();
    const work = mix();
    const { id, mapping } = await sendList(client, list);
    await client.imports.check({ id, mapping, choices: defaultImportChoices });
    await phase(client, 'checked');
    await client.imports.start({ id });
    await phase(client, 'published');
    await pause(200);
    running = false;
    await work;
    watch.disable();
    return {
      name: 'Plus long arrêt du fil qui répond',
      value: { figure: watch.max / 1e6, unit: 'ms' },
      target: '50 ms',
      note: `${calls} appels, un import de 20 000 lignes en cours ; la sauvegarde n’existe pas encore et n’est pas dans ce mélange`,
    };
  } finally {
    await seat.close();
  }
}

async function mixFor(mix: () => Promise<void>, millis: number, stop: () => void): Promise<void> {
  const work = mix();
  await pause(millis);
  stop();
  await work;
}
