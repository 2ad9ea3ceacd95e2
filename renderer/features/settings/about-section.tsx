import { useSession } from '../../api/session.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { Pane } from '../../ui/index.ts';
import { IconInfo, IconLock, IconRules } from '../../ui/icons.ts';
import styles from './settings.module.css';

/** Intended purpose and limits, in one page. */
export function AboutSection() {
  const version = useSession((store) => store.state?.version) ?? '';
  return (
    <>
      <PageHead title="Réglages" context="À propos" />
      <Pane title={`Prélude ${version}`} icon={IconInfo}>
        <p className={styles['text']}>
          Prélude est le poste de travail de l’assistant médical. Il sert à accueillir les patients du jour, à vérifier
          leur identité, à préparer la consultation et à transmettre au médecin ce qui a été mesuré et entendu.
        </p>
      </Pane>
      <Pane title="Ce que Prélude n’est pas" icon={IconRules}>
        <ul className={styles['list']}>
          <li>
            Ce n’est pas un dispositif médical. Il range, compte et compare à des seuils choisis par le cabinet. Il ne
            pose aucun diagnostic et ne propose aucune conduite à tenir{'\u00a0'}: la lecture d’une mesure appartient au
            médecin.
          </li>
          <li>Ce n’est pas le logiciel du dossier médical. Il travaille à côté de lui et ne le remplace pas.</li>
          <li>Il ne prescrit pas, ne facture pas, ne télétransmet pas.</li>
          <li>
            Il n’écrit pas dans Mon espace santé (DMP), n’interroge pas le téléservice INSi et ne qualifie pas seul une
            identité.
          </li>
          <li>
            Il n’est pas fait pour la surveillance d’un patient ni pour l’urgence{'\u00a0'}: une alerte à l’écran ne
            remplace pas l’appel au médecin.
          </li>
        </ul>
      </Pane>
      <Pane title="Où sont les données" icon={IconLock}>
        <ul className={styles['list']}>
          <li>
            Tout reste dans le cabinet, chiffré sur cet ordinateur. Rien n’est envoyé, ni donnée, ni mesure d’usage.
          </li>
          <li>Le navigateur ne garde rien. Les adresses et les titres ne portent jamais le nom d’un patient.</li>
          <li>
            Chaque modification et chaque ouverture de dossier sont inscrites au journal, avec la personne, le poste et
            l’heure.
          </li>
          <li>Le cabinet reste responsable du traitement de ses données.</li>
        </ul>
      </Pane>
      <Pane title="Logiciels et textes employés">
        <ul className={styles['list']}>
          <li>Interface{'\u00a0'}: React, Mantine, TanStack, Zustand, icônes Tabler (licence MIT)</li>
          <li>
            Données{'\u00a0'}: SQLite (domaine public) chiffré par SQLite3 Multiple Ciphers, Kysely, Zod, oRPC, pino,
            ws, csv-parse, node-diff3 (licence MIT)
          </li>
          <li>Caractères{'\u00a0'}: Inter (SIL Open Font License 1.1)</li>
          <li>Communes{'\u00a0'}: découpage administratif, données de l’INSEE (Licence ouverte Etalab 2.0)</li>
        </ul>
      </Pane>
    </>
  );
}
