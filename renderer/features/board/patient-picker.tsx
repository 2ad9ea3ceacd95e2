import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { ageLabel, formatDay } from '#shared/kernel/day.ts';
import { STAGE_LABELS, type Stage } from '#shared/domain/stage.ts';
import { call, type Output } from '../../api/queries.ts';
import { IconNewPatient } from '../../ui/icons.ts';
import { Button, Row, Tag, TextField, TextLink, classes } from '../../ui/index.ts';
import { titleCase } from './card-model.ts';
import styles from './patient-picker.module.css';

export type PatientLine = Output<'patients', 'search'>['results'][number];

interface PatientPickerProps {
  value: PatientLine | null;
  today: string;
  onChange: (line: PatientLine | null) => void;
  onCreate: () => void;
}

const nameOf = (line: PatientLine) =>
  `${(line.usedName ?? line.birthName).toLocaleUpperCase('fr')} ${titleCase(line.usedGivenName ?? line.firstGivenName)}`;

/** « née MARTIN · » when the person is called otherwise. */
const birthNameOf = (line: PatientLine) =>
  line.usedName === null || line.usedName.toLocaleUpperCase('fr') === line.birthName
    ? ''
    : `${line.sex === 'F' ? 'née' : 'né'} ${line.birthName} · `;

/** Same search as the palette: name parts, birth date, telephone, NIR. Arrows and Entrée choose. */
export function PatientPicker({ value, today, onChange, onCreate }: PatientPickerProps) {
  const [text, setText] = useState('');
  const [lines, setLines] = useState<readonly PatientLine[]>([]);
  const [total, setTotal] = useState(0);
  const [at, setAt] = useState(0);
  const listId = useId();
  useEffect(() => {
    if (text.trim() === '') {
      setLines([]);
      return undefined;
    }
    const stop = new AbortController();
    call('patients', 'search', { text, limit: 8 }, { signal: stop.signal }).then(
      (answer) => {
        if (stop.signal.aborted) return;
        setLines(answer.results);
        setTotal(answer.total);
        setAt(0);
      },
      () => undefined,
    );
    return () => stop.abort();
  }, [text]);

  if (value !== null) {
    return (
      <Row spread>
        <span>
          <b>{nameOf(value)}</b>, {value.sex === 'F' ? 'née' : 'né'} le {formatDay(value.birthDay)} (
          {ageLabel(value.birthDay, today)})
        </span>
        <TextLink onClick={() => onChange(null)}>Changer</TextLink>
      </Row>
    );
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = lines[at];
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, lines.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && chosen !== undefined && !event.ctrlKey) onChange(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles['picker']}>
      <TextField
        label="Patient"
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
        placeholder="Nom, date de naissance, téléphone"
        type="search"
        autoFocus
      />
      {lines.length > 0 && (
        <ul id={listId} className={styles['lines']} aria-label={`${lines.length} sur ${total}`}>
          {lines.map((line, index) => (
            <li key={line.id}>
              <button
                type="button"
                className={classes(styles['line'], index === at && styles['chosen'])}
                onClick={() => onChange(line)}
              >
                <b>{nameOf(line)}</b>
                <span>
                  {birthNameOf(line)}
                  {line.sex} · {formatDay(line.birthDay)} · {ageLabel(line.birthDay, today)}
                  {line.today !== null && ` · ${STAGE_LABELS[line.today.stage as Stage]}`}
                </span>
                {line.homonym && <Tag tone="warn">Homonyme</Tag>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {text.trim() !== '' && lines.length === 0 && (
        <Button icon={IconNewPatient} onClick={onCreate}>
          Créer un dossier
        </Button>
      )}
    </div>
  );
}
