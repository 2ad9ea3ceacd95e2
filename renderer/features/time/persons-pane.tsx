import { useState } from 'react';
import type { InformedAssistant, Period, PersonTime } from '#shared/contract/time.ts';
import { formatDay, parseFrenchDate } from '#shared/kernel/day.ts';
import { refusalIn, sentenceOf, useCommand, useRead } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import { Button, DateField, LoadingArea, Note, Pane, Row, SelectField, Tag } from '../../ui/index.ts';
import { IconPerson } from '../../ui/icons.ts';
import { FamiliesCards } from './families-cards.tsx';
import { WeeksPane } from './weeks-pane.tsx';
import styles from './time.module.css';

const problemOf = (error: unknown): string => {
  const refusal = refusalIn(error);
  return refusal?.code === 'INVALID' ? (refusal.data.problems[0]?.message ?? sentenceOf(error)) : sentenceOf(error);
};

/**
 * One assistant at a time, for the aid file, once told in writing. Nothing here puts two persons side by side: choosing
 * another one replaces the first.
 */
export function PersonsPane({ weeks }: { weeks: Period }) {
  const read = useRead('time', 'informed', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const assistants = read.data?.assistants ?? [];
  const one = assistants.find(({ assistantId }) => assistantId === chosen) ?? null;
  if (assistants.length === 0) return null;
  return (
    <Pane title="Une personne, pour le dossier de l’aide" icon={IconPerson}>
      <div className={styles['persons']}>
        <p className={styles['quiet']}>
          Les chiffres d’une personne ne sont qu’à elle. Ils peuvent joindre le dossier de l’aide après une information
          écrite et datée du salarié. Aucune comparaison entre personnes.
        </p>
        <div className={styles['choice']}>
          <SelectField
            label="Assistant"
            options={assistants.map(({ assistantId, name }) => ({ value: assistantId, label: name }))}
            value={chosen}
            onChange={setChosen}
          />
        </div>
        {one !== null && <Information key={one.assistantId} assistant={one} />}
        {one !== null && one.informedOn !== null && one.linked && (
          <PersonFigures weeks={weeks} assistantId={one.assistantId} />
        )}
      </div>
    </Pane>
  );
}

function Information({ assistant }: { assistant: InformedAssistant }) {
  const { assistantId, informedOn, linked } = assistant;
  const today = useSession((store) => store.state?.today) ?? '';
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const record = useCommand('time', 'recordInformation', {
    onDone: () => {
      setProblem(null);
      setTyped('');
    },
    onRefused: (error) => setProblem(problemOf(error)),
  });
  const submit = () => {
    const day = parseFrenchDate(typed, { today, latest: today });
    if (day.kind !== 'day') return setProblem('Jour de remise à saisir, par exemple 03/11/2026.');
    record.mutate({ assistantId, informedOn: day.day });
  };
  return (
    <>
      {!linked && (
        <Note tone="warn">Aucun compte relié à cet assistant{'\u00a0'}: ses gestes ne peuvent pas être reconnus.</Note>
      )}
      {informedOn !== null ? (
        <Row gap={2}>
          <Tag look="outline">{`Information écrite remise le ${formatDay(informedOn)}`}</Tag>
          <Button size="inline" onClick={() => record.mutate({ assistantId, informedOn: null })}>
            Retirer cette date
          </Button>
        </Row>
      ) : (
        <form
          className={styles['personForm']}
          aria-label="Information écrite du salarié"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <DateField
            label="Information écrite remise le"
            value={typed}
            onChange={setTyped}
            today={today}
            latest={today}
          />
          <Button type="submit">Noter la date</Button>
        </form>
      )}
      {problem !== null && (
        <Note tone="bad" role="alert">
          {problem}
        </Note>
      )}
    </>
  );
}

function PersonFigures({ weeks, assistantId }: { weeks: Period; assistantId: string }) {
  const read = useRead('time', 'ofPerson', { weeks, assistantId });
  if (read.isError) return <Note tone="bad">{problemOf(read.error)}</Note>;
  if (read.data === undefined) return <LoadingArea words="Calcul du temps…" />;
  return (
    <>
      <FamiliesCards time={read.data as PersonTime} />
      <WeeksPane weeks={read.data.weeks} />
    </>
  );
}
