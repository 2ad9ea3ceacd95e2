import type { PracticeView } from '#shared/contract/practice.ts';
import { patientFieldNames, patientFields } from '#shared/domain/patient.ts';
import { useRead, type Output } from '../../../api/queries.ts';
import { LoadingArea, Note, Pane } from '../../../ui/index.ts';
import { ContactSection, AroundSection } from '../form/contact-section.tsx';
import { CoverageSection } from '../form/coverage-section.tsx';
import { IdentitySection } from '../form/identity-section.tsx';
import formStyles from '../form/form.module.css';
import { readOf } from '../patient-words.ts';
import styles from './file.module.css';
import type { File } from './file-page.tsx';
import { useEditedFile } from './use-edited-file.tsx';

interface AdminTabProps {
  file: File;
  practice: PracticeView;
  today: string;
  editable: boolean;
}

/** Identity, coverage, contact: each field is saved on leaving it. */
export function AdminTab({ file, practice, today, editable }: AdminTabProps) {
  const drafts = useRead('session', 'drafts', {});
  if (!editable) return <ReadOnly file={file} />;
  if (drafts.data === undefined) return <LoadingArea words="Lecture des saisies…" />;
  return <EditedFields file={file} practice={practice} today={today} drafts={drafts.data} />;
}

function EditedFields({
  file,
  practice,
  today,
  drafts,
}: Omit<AdminTabProps, 'editable'> & { drafts: Output<'session', 'drafts'> }) {
  const { form, said } = useEditedFile(file, practice, today, drafts);
  const corrections = file.toCorrect.map(({ field }) => patientFields[field].label);
  return (
    <div className={formStyles['sections']}>
      {said !== null && (
        <Note tone={said.tone} role={said.tone === 'bad' ? 'alert' : 'status'}>
          {said.words}
        </Note>
      )}
      {corrections.length > 0 && (
        <Note tone="warn">
          À corriger, gardé tel que saisi{'\u00a0'}: {corrections.join(', ')}.
        </Note>
      )}
      <IdentitySection
        title="Traits de l’état civil"
        form={form}
        placeLabel={file.identity.birthPlace.state === 'texte' ? undefined : file.identity.birthPlace.label}
      />
      <CoverageSection form={form} />
      <ContactSection form={form} />
      <AroundSection form={form} />
    </div>
  );
}

function ReadOnly({ file }: { file: File }) {
  return (
    <Pane title="Administratif">
      <dl className={styles['facts']}>
        {patientFieldNames
          .filter((field) => field !== 'gpDoctorId')
          .map((field) => (
            <div key={field}>
              <dt>{patientFields[field].label}</dt>
              <dd>{readOf(field, file.fields[field] ?? null)}</dd>
            </div>
          ))}
      </dl>
    </Pane>
  );
}
