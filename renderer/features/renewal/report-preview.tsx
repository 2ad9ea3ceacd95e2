import { useId } from 'react';
import type { RenewalSnapshot, ReportBlock, ReportSection } from '#shared/domain/renewal-report.ts';
import { classes } from '../../ui/index.ts';
import { PreviewChart } from './preview-chart.tsx';
import styles from './preview.module.css';

/**
 * The report as it will be produced: same headings, same figures, same order, from the same facts. The pages are those
 * of the PDF.
 */
export function ReportPreview({ snapshot }: { snapshot: RenewalSnapshot }) {
  const { practice, title, subtitle, stoppedWords, contractLine, complete, sections } = snapshot;
  return (
    <article className={classes(styles['sheet'], !complete && styles['provisional'])} aria-label="Aperçu du dossier">
      <header className={styles['head']}>
        <p>
          <b>{practice.name}</b>
          {practice.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        <p className={styles['end']}>
          <span>Données arrêtées {stoppedWords}</span>
          <span>{contractLine}</span>
        </p>
      </header>
      <h2 className={styles['title']}>{title}</h2>
      <p>{subtitle}</p>
      {!complete && (
        <p className={styles['incomplete']}>
          <b>Dossier incomplet.</b> Ce qui manque est écrit dans la liste de contrôle, à la fin.
        </p>
      )}
      {sections.map((section, index) => (
        <Section key={section.id} section={section} number={index + 1} />
      ))}
    </article>
  );
}

function Section({ section, number }: { section: ReportSection; number: number }) {
  return (
    <section data-part={section.id}>
      <h3 className={styles['section']}>
        {number}. {section.title}
      </h3>
      {section.blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </section>
  );
}

function Block({ block }: { block: ReportBlock }) {
  switch (block.kind) {
    case 'facts':
      return (
        <dl className={styles['facts']}>
          {block.rows.map(({ label, cell }, index) => (
            <div key={`${label} ${index}`}>
              <dt>{label}</dt>
              <dd>{cell.text}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <Table block={block} />;
    case 'chart':
      return <PreviewChart chart={block} />;
    case 'note':
      return <p className={classes(styles['note'], styles[block.tone])}>{block.words}</p>;
  }
}

function Table({ block }: { block: Extract<ReportBlock, { kind: 'table' }> }) {
  const { caption, columns, rows } = block;
  const name = useId();
  return (
    // Reachable, so that a table wider than the sheet can be read with the keys.
    <div className={styles['scroll']} role="region" aria-labelledby={name} tabIndex={0}>
      <table className={styles['table']}>
        <caption id={name}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ head, figures }) => (
              <th key={head} scope="col" className={figures ? styles['end'] : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, index) => (
                <td
                  key={index}
                  className={classes(
                    columns[index]?.figures && styles['end'],
                    /^[0-9a-f]{64}$/u.test(cell.text) && styles['fingerprint'],
                  )}
                >
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
