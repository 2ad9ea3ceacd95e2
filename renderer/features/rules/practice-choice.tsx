import { useState } from 'react';
import { formatDay, parseFrenchDate } from '#shared/kernel/day.ts';
import { can } from '#shared/permissions/roles.ts';
import { choicesOn } from '#shared/rules/choices.ts';
import { valueWords, type JsonValue, type Parameter } from '#shared/rules/kernel/index.ts';
import { refusalIn, sentenceOf, useCommand } from '../../api/queries.ts';
import { useRuleChoices } from '../../api/rule-choices.ts';
import { useMe } from '../../api/session.ts';
import { formatInstant } from '../../ui/instants.ts';
import { Button, DateField, Row, TextField } from '../../ui/index.ts';
import styles from './book.module.css';
import { ChoiceInput } from './choice-input.tsx';
import { editableOf, readTyped, typedOf } from './typed-choice.ts';

/** The value of the practice beside the one of the book: changed by a doctor, dated, signed, and put back. */
export function PracticeChoice({ parameter, today }: { parameter: Parameter; today: string }) {
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const choices = useRuleChoices().filter((one) => one.parameterId === parameter.id);
  const inForce = choicesOn(choices, today).get(parameter.id);
  const [problem, setProblem] = useState<string | null>(null);
  const choose = useCommand('rules', 'choose', {
    onDone: () => {
      setProblem(null);
      setEditing(false);
    },
    onRefused: (error) => setProblem(refusalWords(error)),
  });
  const mayChange = me !== null && can(me, 'rule.choose');
  const base = inForce?.choice ?? null;
  const send = (choice: { value: JsonValue } | null, from: string, reason: string | null) =>
    choose.mutate({ parameterId: parameter.id, base, choice: choice as typeof base, from, reason });
  return (
    <div className={styles['choice']}>
      {choices.length > 0 && (
        <ul className={styles['plain']} aria-label="Changements du cabinet">
          {choices.toReversed().map(({ id, choice, from, by, at, reason }) => (
            <li key={id}>
              Depuis le {formatDay(from)}
              {'\u00a0'}: <b>{choice === null ? 'valeur du livre' : chosenWords(choice.value, parameter.unit)}</b>
              <span className={styles['quiet']}>
                {' '}
                {by}, {formatInstant(at)}
                {reason !== null && `, ${reason}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayChange && !editing && (
        <Row gap={1}>
          <Button size="inline" onClick={() => setEditing(true)}>
            Changer pour le cabinet
          </Button>
          {base !== null && (
            <Button size="inline" kind="quiet" onClick={() => send(null, today, null)}>
              Revenir à la valeur du livre
            </Button>
          )}
        </Row>
      )}
      {mayChange && editing && (
        <ChoiceForm
          parameter={parameter}
          stored={base?.value ?? null}
          today={today}
          problem={problem}
          onProblem={setProblem}
          onSend={send}
          onLeave={() => setEditing(false)}
        />
      )}
      {!editing && problem !== null && (
        <p className={styles['refusal']} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

const chosenWords = (value: JsonValue, unit: string) => (value === null ? 'non appliqué' : valueWords(value, unit));

function refusalWords(error: unknown): string {
  const refusal = refusalIn(error);
  if (refusal?.code === 'INVALID') return refusal.data.problems[0]?.message ?? sentenceOf(error);
  return sentenceOf(error);
}

interface ChoiceFormProps {
  parameter: Parameter;
  stored: JsonValue;
  today: string;
  problem: string | null;
  onProblem: (problem: string | null) => void;
  onSend: (choice: { value: JsonValue }, from: string, reason: string | null) => void;
  onLeave: () => void;
}

function ChoiceForm({ parameter, stored, today, problem, onProblem, onSend, onLeave }: ChoiceFormProps) {
  const editable = editableOf(parameter);
  const [typed, setTyped] = useState(() => typedOf(stored ?? parameter.values.at(-1)?.value ?? null));
  const [from, setFrom] = useState(() => formatDay(today));
  const [reason, setReason] = useState('');
  const submit = () => {
    const read = readTyped(editable, typed, today);
    const day = parseFrenchDate(from, { today, latest: '2099-12-31' });
    if (read.problem !== null) return onProblem(read.problem);
    if (day.kind !== 'day') return onProblem('Date d’effet à saisir, par exemple 01/12/2026.');
    onSend({ value: read.value }, day.day, reason.trim() === '' ? null : reason.trim());
  };
  return (
    <form
      className={styles['form']}
      aria-label={`Valeur du cabinet, ${parameter.label}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ChoiceInput editable={editable} unit={parameter.unit} typed={typed} onChange={setTyped} today={today} />
      <DateField label="À partir du" value={from} onChange={setFrom} today={today} latest="2099-12-31" />
      <TextField label="Motif" optional value={reason} onChange={setReason} />
      {problem !== null && (
        <p className={styles['refusal']} role="alert">
          {problem}
        </p>
      )}
      <Row gap={1}>
        <Button kind="primary" type="submit" size="toolbar" keyCap="↵">
          Enregistrer
        </Button>
        <Button size="toolbar" onClick={onLeave}>
          Garder la valeur actuelle
        </Button>
      </Row>
    </form>
  );
}
