import type { AidSimulationView } from '#shared/contract/aid-views.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { TIER_LABELS } from '#shared/rules/aid/index.ts';
import { euros } from '#shared/rules/kernel/index.ts';
import { classes, VisuallyHidden } from '../../../ui/index.ts';
import { dayWords, yearFigure, yearName } from '../words.ts';
import styles from './simulator.module.css';

const possible = { met: 'Possible', not_met: 'Impossible', undetermined: 'Indéterminé' } as const;

/** One line by fact that can be compared, in words. */
function factsOf(simulation: AidSimulationView | null): ReadonlyMap<string, string> {
  if (simulation === null) return new Map();
  const { verdict, ruleSetLabel, tier, term, years, totals } = simulation;
  return new Map([
    ['Signature', possible[verdict.outcome]],
    ['Texte', ruleSetLabel ?? 'Indéterminé'],
    ...(tier === null ? [] : [['Tranche', tier.value === null ? 'Indéterminée' : TIER_LABELS[tier.value]] as const]),
    ['Terme', dayWords(term)],
    ...years.map((year) => [yearName(year.contractYear), yearFigure(year)] as const),
    ['Total au plus', totals.full.value === null ? 'À compléter' : euros(totals.full.value)],
    ['Total prévu', totals.due.value === null ? 'Dépend de ce qui manque' : euros(totals.due.value)],
  ]);
}

interface ComparisonProps {
  first: AidSimulationView | null;
  second: AidSimulationView | null;
}

/** Both scenarios line by line; what differs is outlined. */
export function Comparison({ first, second }: ComparisonProps) {
  const [a, b] = [factsOf(first), factsOf(second)];
  const names = [...new Set([...a.keys(), ...b.keys()])];
  if (names.length === 0) return null;
  return (
    <table className={styles['comparison']}>
      <caption>Comparaison</caption>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>Fait</VisuallyHidden>
          </th>
          <th scope="col">Scénario A</th>
          <th scope="col">Scénario B</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => {
          const differs = a.get(name) !== b.get(name);
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{a.get(name) ?? '–'}</td>
              <td>
                <span className={classes(differs && styles['differs'])}>
                  {b.get(name) ?? '–'}
                  {differs && <VisuallyHidden>{`${NBSP}(différent)`}</VisuallyHidden>}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
