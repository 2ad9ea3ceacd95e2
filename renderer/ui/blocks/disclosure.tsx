import type { ReactNode } from 'react';
import { TextLink } from '../basics/text-link.tsx';
import { IconChevronRight } from '../icons.ts';
import styles from './disclosure.module.css';

interface DisclosureProps {
  summary: ReactNode;
  defaultOpen?: boolean;
  children: ReactNode;
}

/** A block that opens in place, native `details`. */
export function Disclosure({ summary, defaultOpen = false, children }: DisclosureProps) {
  return (
    <details className={styles['disclosure']} open={defaultOpen}>
      <summary className={styles['summary']}>
        <IconChevronRight size={14} stroke={2} aria-hidden="true" className={styles['chevron'] ?? ''} />
        {summary}
      </summary>
      <div className={styles['body']}>{children}</div>
    </details>
  );
}

interface WhyProps {
  rule: ReactNode;
  calculation: ReactNode;
  source: ReactNode;
  /** `Règle 2025-01, en vigueur depuis le 01/01/2025`. */
  version: string;
  /** Opens the extract of the text. */
  onReadExtract?: () => void;
  defaultOpen?: boolean;
}

/** "Pourquoi ?" under a computed figure: rule, calculation, source, version of the rule. */
export function Why({ rule, calculation, source, version, onReadExtract, defaultOpen = false }: WhyProps) {
  return (
    <Disclosure summary={'Pourquoi\u00A0?'} defaultOpen={defaultOpen}>
      <table className={styles['why']}>
        <tbody>
          <tr>
            <th scope="row">Règle</th>
            <td>{rule}</td>
          </tr>
          <tr>
            <th scope="row">Calcul</th>
            <td className="figures">{calculation}</td>
          </tr>
          <tr>
            <th scope="row">Source</th>
            <td>{source}</td>
          </tr>
        </tbody>
      </table>
      <p className={styles['version']}>
        {version}
        {onReadExtract && <TextLink onClick={onReadExtract}>{"Lire l'extrait"}</TextLink>}
      </p>
    </Disclosure>
  );
}
