// The longest time the answering thread was held, and the longest wait of a call, under the day's mix with an import running.
import { defaultImportChoices } from '../../shared/contract/imports.ts';
import { createDraw } from '../../electron/features/demo/index.ts';
import { benchDay } from '../seed/large-practice.ts';
import { spreadOf, timed, type Line } from './figures.ts';
import { listOfPeople, phase, sendList } from './import.ts';
import { once, openSeat, type Seat } from './seat.ts';

const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));

/**
 * A beat every millisecond: the time between two, and what of it the thread itself has worked. The rest was spent
 * waiting for the disk or for a processor, which says more of the machine than of the core.
 */
export function watchThread() {
  const worked = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let [last, lastWorked] = [performance.now(), worked()];
  let longest = { held: 0, worked: 0 };
  const beat = setInterval(() => {
    const [now, own] = [performance.now(), worked()];
    longest = { held: Math.max(longest.held, now - last), worked: Math.max(longest.worked, own - lastWorked) };
    [last, lastWorked] = [now, own];
  }, 1);
  return {
    /** The longest since the last look. */
    look() {
      const seen = longest;
      longest = { held: 0, worked: 0 };
      return seen;
    },
    stop: () => clearInterval(beat),
  };
}

/** Searches, boards, files and moves at the pace of six busy people, each call timed. */
async function dayMix({ client, core }: Seat) {
  const ids = (
    await core.practice.requireOpen().reader.selectFrom('patient').select('id').where('number', '<=', 4000).execute()
  ).map((row) => row.id);
  const { visits } = await client.visits.board({ day: benchDay });
  const moving = visits.filter((visit) => visit.stage === 'expected');
  const draw = createDraw('mesures/journée');
  const [reads, commands]: [number[], number[]] = [[], []];
  let running = true;
  const oneCall = async (turn: number): Promise<unknown> => {
    if (turn % 10 === 0) return timed(commands, () => client.patients.get({ patientId: draw.pick(ids) }));
    const visit = turn % 7 === 0 ? moving.pop() : undefined;
    if (visit !== undefined)
      return timed(commands, () =>
        client.visits.move({ ...once(), visitId: visit.id, from: 'expected', to: 'waiting' }),
      );
    if (turn % 3 === 0) return timed(reads, () => client.visits.board({ day: benchDay }));
    return timed(reads, () =>
      client.patients.search({ text: draw.pick(['mar', 'bern', 'petit j', '12/03', 'dup', 'lero']), limit: 20 }),
    );
  };
  return {
    reads,
    /** Moves, and openings of files, which are journaled before they answer. */
    commands,
    stop: () => void (running = false),
    async run(): Promise<void> {
      running = true;
      for (let turn = 1; running; turn += 1) {
        await oneCall(turn);
        await pause(15);
      }
    },
  };
}

export async function measureStall(practice: string): Promise<Line[]> {
  const seat = await openSeat(practice);
  const { client } = seat;
  try {
    const list = listOfPeople();
    const mix = await dayMix(seat);
    const warming = mix.run();
    await pause(1500);
    mix.stop();
    await warming;
    mix.reads.length = mix.commands.length = 0;

    const watch = watchThread();
    const parts: string[] = [];
    const worst = { held: 0, worked: 0 };
    const part = (name: string) => {
      const { held, worked } = watch.look();
      parts.push(`${name} ${held.toFixed(0)} dont ${worked.toFixed(0)}`);
      worst.held = Math.max(worst.held, held);
      worst.worked = Math.max(worst.worked, worked);
    };
    const work = mix.run();
    await pause(1000);
    part('sans import');
    const { id, mapping } = await sendList(client, list);
    part('envoi');
    await client.imports.check({ id, mapping, choices: defaultImportChoices });
    await phase(client, 'checked');
    part('vérification');
    await client.imports.start({ id });
    await phase(client, 'published');
    await pause(200);
    part('import');
    mix.stop();
    await work;
    watch.stop();
    const longest = (durations: readonly number[]) => ({ figure: Math.max(...durations), unit: 'ms' });
    return [
      {
        name: 'Plus long arrêt du fil qui répond',
        value: { figure: worst.held, unit: 'ms' },
        target: '50 ms',
        note: `import de 20 000 lignes en cours ; par étape, en ms, dont le plus long travail du fil lui-même : ${parts.join(', ')} ; la sauvegarde n’existe pas encore et n’est pas dans ce mélange`,
      },
      {
        name: 'Plus long travail du fil qui répond, sans ses attentes',
        value: { figure: worst.worked, unit: 'ms' },
        target: '50 ms',
      },
      {
        name: 'Lecture pendant un import',
        core: spreadOf(mix.reads),
        target: '50 ms au p95',
        note: `${mix.reads.length} lectures, la plus longue ${longest(mix.reads).figure.toFixed(0)} ms`,
      },
      {
        name: 'Attente d’une action pendant un import',
        value: longest(mix.commands),
        target: '250 ms',
        note: `${mix.commands.length} actions (étapes, ouvertures de dossiers)`,
      },
    ];
  } finally {
    await seat.close();
  }
}
