import { useEffect } from 'react';
import { formatDay } from '#shared/kernel/day.ts';
import { CONFIDENCE_WORDS, type Article, type RuleSet } from '#shared/rules/kernel/index.ts';
import { DataTable, Pane, Tag, type Column } from '../../ui/index.ts';
import { IconRules } from '../../ui/icons.ts';
import { standingOn } from './book-model.ts';
import styles from './book.module.css';

interface ArticleTableProps {
  chapters: readonly RuleSet[];
  day: string;
  openId: string | null;
  onOpen: (id: string) => void;
}

/** The rules of a theme as they stand on a day: since when, what it means, how sure. */
export function ArticleTable({ chapters, day, openId, onOpen }: ArticleTableProps) {
  const columns: readonly Column<Article>[] = [
    { id: 'title', head: 'Règle', rowHead: true, width: '34%', cell: (article) => <strong>{article.title}</strong> },
    {
      id: 'effect',
      head: 'Pour le cabinet',
      cell: (article) => {
        const standing = standingOn(article, day);
        if (standing.kind === 'in_force') return standing.version.effect;
        return (
          <span className={styles['quiet']}>
            {standing.kind === 'not_yet'
              ? `Pas encore en vigueur : à partir du ${formatDay(standing.from)}.`
              : `N’est plus en vigueur depuis le ${formatDay(standing.until)}.`}
          </span>
        );
      },
    },
    {
      id: 'since',
      head: 'Depuis',
      width: '96px',
      cell: (article) => {
        const standing = standingOn(article, day);
        const from = standing.kind === 'in_force' ? standing.version.from : null;
        return <span className="figures">{from === null ? '' : formatDay(from)}</span>;
      },
    },
    {
      id: 'confidence',
      head: 'Fiabilité',
      width: '150px',
      cell: (article) => {
        const standing = standingOn(article, day);
        if (standing.kind !== 'in_force') return null;
        const { confidence } = standing.version;
        const doubtful = confidence === 'disputed' || confidence === 'unknown';
        return (
          <Tag look={doubtful ? 'loud' : 'outline'} tone={doubtful ? 'warn' : 'neutral'}>
            {CONFIDENCE_WORDS[confidence]}
          </Tag>
        );
      },
    },
  ];
  // Reached by its address, the opened rule may be far down.
  useEffect(() => {
    if (openId !== null)
      document.querySelector(`tr[data-row="${CSS.escape(openId)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [openId]);
  return (
    <Pane title={`Règles au ${formatDay(day)}`} icon={IconRules} flush>
      <DataTable
        caption="Règles du thème"
        columns={columns}
        groups={chapters.map(({ id, title, articles }) => ({ id, label: title, rows: articles }))}
        rowKey={({ id }) => id}
        openKey={openId}
        onOpen={({ id }) => onOpen(id)}
      />
    </Pane>
  );
}
