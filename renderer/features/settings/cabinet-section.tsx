import { practiceFields } from '#shared/contract/practice.ts';
import { checkFiness } from '#shared/rules/identity/index.ts';
import { call, useRead, type Output } from '../../api/queries.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { FieldGrid, groupPhone, LoadingArea, Pane } from '../../ui/index.ts';
import { IconPractice } from '../../ui/icons.ts';
import { orNull, problemsIn, problemsOf } from './problems.ts';
import { refreshPractice } from './save-settings.ts';
import { SavedField } from './saved-field.tsx';
import styles from './settings.module.css';

type Fields = Omit<Output<'practice', 'get'>['practice'], 'id'>;

/** Name and address of the practice: each field is saved on leaving it. */
export function CabinetSection() {
  const read = useRead('practice', 'get', {});
  const practice = read.data?.practice;
  if (practice === undefined) return <LoadingArea />;
  const { name, address, postcode, city, phone, finess } = practice;
  const saved: Fields = { name, address, postcode, city, phone, finess };

  const save = (field: keyof Fields) => async (text: string) => {
    const value = field === 'name' ? text : orNull(text);
    try {
      await call('practice', 'update', { ...saved, [field]: value }, { command: true });
      await refreshPractice();
      return null;
    } catch (error) {
      const problems = problemsOf(error);
      return problems[field] ?? Object.values(problems)[0] ?? null;
    }
  };
  const check = (field: keyof Fields) => (text: string) =>
    problemsIn({ [field]: practiceFields[field] }, { [field]: field === 'name' ? text.trim() : orNull(text) })[field];
  const finessProblem = (text: string) => {
    const { state, words } = checkFiness(text);
    return state === 'refused' ? words : undefined;
  };

  return (
    <>
      <PageHead title="Réglages" context="Cabinet" />
      <div className={styles['narrow']}>
        <Pane title="Cabinet" icon={IconPractice} aside="Enregistré en quittant le champ">
          <FieldGrid columns={2}>
            <SavedField
              label="Nom du cabinet"
              saved={saved.name}
              save={save('name')}
              check={check('name')}
              maxLength={100}
            />
            <SavedField
              label="Téléphone"
              optional
              saved={saved.phone ?? ''}
              save={(text) => save('phone')(groupPhone(text))}
              figures
              inputMode="tel"
              maxLength={30}
            />
            <SavedField label="Adresse" optional saved={saved.address ?? ''} save={save('address')} maxLength={200} />
            <FieldGrid columns={2}>
              <SavedField
                label="Code postal"
                optional
                saved={saved.postcode ?? ''}
                save={save('postcode')}
                figures
                inputMode="numeric"
                maxLength={10}
              />
              <SavedField label="Commune" optional saved={saved.city ?? ''} save={save('city')} maxLength={100} />
            </FieldGrid>
            <SavedField
              label="Numéro FINESS"
              optional
              saved={saved.finess ?? ''}
              save={(text) => save('finess')(checkFiness(text).normalized)}
              check={finessProblem}
              figures
              maxLength={12}
              hint="Neuf signes, pour un centre de santé ou une maison de santé."
            />
          </FieldGrid>
        </Pane>
      </div>
    </>
  );
}
