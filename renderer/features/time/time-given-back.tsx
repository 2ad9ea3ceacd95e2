import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { PERIODS, type Period, type PersonTime, type PracticeTime } from '#shared/contract/time.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { counted, NBSP } from '#shared/kernel/format.ts';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf, useRead } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { Button, ChoiceField, classes, EmptyState, ErrorArea, LoadingArea, Note, Pane, Stack } from '../../ui/index.ts';
import { IconRules, IconTime, IconToday } from '../../ui/icons.ts';
import { ComparisonPane } from './comparison-pane.tsx';
import { FamiliesCards } from './families-cards.tsx';
import { MethodPane } from './method-pane.tsx';
import { PersonsPane } from './persons-pane.tsx';
import { StepsPane } from './steps-pane.tsx';
import styles from './time.module.css';
import { WeeksPane } from './weeks-pane.tsx';

const options = PERIODS.map((weeks) => ({ value: String(weeks), label: `${weeks} semaines` }));

/** « Temps rendu »: of the practice for the employer, of oneself for an assistant. Goes in a page or in a tab. */
export function TimeGivenBack() {
  const me = useMe();
  const practice = me !== null && can(me, 'employer.read');
  const own = me !== null && !practice && can(me, 'time.own');
  const [weeks, setWeeks] = useState<Period>(12);
  const [method, setMethod] = useState(false);
  const methodId = useId();
  const navigate = useNavigate();
  const everyone = useRead('time', 'practice', { weeks }, { enabled: practice, placeholderData: (old) => old });
  const mine = useRead('time', 'mine', { weeks }, { enabled: own, placeholderData: (old) => old });
  const read = practice ? everyone : mine;
  const time = read.data as PersonTime | undefined;
  return (
    <Stack gap={3}>
      <div className={styles['head']}>
        <ChoiceField
          label="Période"
          hideLabel
          clearable={false}
          options={options}
          value={String(weeks)}
          onChange={(value) => setWeeks(PERIODS.find((one) => String(one) === value) ?? weeks)}
        />
        {time !== undefined && (
          <span className={styles['period']}>
            du {formatDay(time.from)} au {formatDay(time.to)}, {counted(time.seen, 'patient vu', 'patients vus')}
          </span>
        )}
        <Button
          icon={IconRules}
          aria-expanded={method}
          aria-controls={method ? methodId : undefined}
          onClick={() => setMethod(!method)}
        >
          Méthode et hypothèses
        </Button>
      </div>
      {method && time !== undefined && <MethodPane id={methodId} uses={time.parameters} />}
      {read.isError && (
        <ErrorArea
          what="Le temps n’a pas pu être compté."
          why={sentenceOf(read.error)}
          onRetry={() => void read.refetch()}
        />
      )}
      {time === undefined && !read.isError && <LoadingArea words="Calcul du temps rendu…" />}
      {time !== undefined && time.families.length === 0 && (
        <Pane label="Temps rendu">
          <EmptyState
            icon={IconTime}
            title="Rien à compter sur cette période"
            action={
              me !== null &&
              can(me, 'board.read') && (
                <Button icon={IconToday} onClick={() => void navigate({ to: '/aujourdhui' })}>
                  Ouvrir le tableau du jour
                </Button>
              )
            }
          >
            {time.reasons.map(({ words }) => words).join(' ')} Les arrivées, les préparations et les actions notées au
            tableau le rempliront.
          </EmptyState>
        </Pane>
      )}
      {time !== undefined && time.families.length > 0 && (
        <>
          <FamiliesCards time={time} />
          <WeeksPane weeks={time.weeks} />
        </>
      )}
      {practice && everyone.data !== undefined && <PracticeOnly time={everyone.data as PracticeTime} />}
      {me !== null && can(me, 'time.person') && <PersonsPane weeks={weeks} />}
    </Stack>
  );
}

function PracticeOnly({ time }: { time: PracticeTime }) {
  return (
    <>
      <div className={classes(time.families.length > 0 && styles['grid'])}>
        {time.families.length > 0 && <StepsPane steps={time.steps} />}
        <ComparisonPane comparison={time.comparison} />
      </div>
      {time.assistants === 1 && (
        <Note tone="info" title={`Un seul assistant${NBSP}: ces chiffres sont aussi les siens.`}>
          L’informer par écrit de leur usage dans le dossier de l’aide.
        </Note>
      )}
    </>
  );
}
