import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { THEMES, type Theme } from '#shared/rules/kernel/index.ts';
import { useSession } from '../../api/session.ts';
import { useActions } from '../../app/actions/index.ts';
import { PageLayout, SideGroup, SideLink, SideNav } from '../../app/frame/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { Stack } from '../../ui/index.ts';
import { ArticlePanel } from './article-panel.tsx';
import { ArticleTable } from './article-table.tsx';
import { articleCount, chaptersOf, findArticle, shownThemes } from './book-model.ts';
import { DayBar } from './day-bar.tsx';
import { DisputesPane, UnknownsPane } from './unknowns.tsx';

/** Livre des règles: what Prélude applies, theme by theme, as it stood on any day. */
export function BookPage() {
  const today = useSession((store) => store.state?.today) ?? '';
  const { theme: asked } = useParams({ strict: false });
  const { jour, regle } = useSearch({ from: '/regles/$theme' });
  const navigate = useNavigate({ from: '/regles/$theme' });
  const theme = shownThemes.find((one) => one === asked) ?? shownThemes[0];
  const day = jour ?? today;
  const opened = regle === undefined ? null : findArticle(regle);

  const open = (id: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, regle: id }), replace: true });
  const goTo = (wanted: string) =>
    void navigate({ search: (before) => ({ ...before, jour: wanted === today ? undefined : wanted }), replace: true });
  useActions('Livre des règles', [
    {
      id: 'rules.close',
      label: 'Fermer la règle',
      keys: ['Escape'],
      isAvailable: () => opened !== null,
      hiddenInPalette: true,
      run: () => open(undefined),
    },
    {
      id: 'rules.today',
      label: 'La règle d’aujourd’hui',
      keys: ['0'],
      isAvailable: () => day !== today,
      run: () => goTo(today),
    },
  ]);
  if (theme === undefined || today === '') return null;
  const chapters = chaptersOf(theme);
  return (
    <PageLayout
      side={<ThemeNav current={theme} day={jour} />}
      sideLabel="Thèmes"
      head={<DayBar theme={theme} day={day} today={today} onDay={goTo} />}
      panel={
        opened !== null && (
          <ArticlePanel
            key={opened.article.id}
            article={opened.article}
            day={day}
            today={today}
            onClose={() => open(undefined)}
          />
        )
      }
      panelLabel="Règle"
    >
      <PageHead title="Livre des règles" context={THEMES[theme]} hints={[{ keyCap: '↵', label: 'Ouvrir la règle' }]} />
      <Stack gap={3}>
        <ArticleTable chapters={chapters} day={day} openId={opened?.article.id ?? null} onOpen={open} />
        <UnknownsPane chapters={chapters} />
        <DisputesPane chapters={chapters} />
      </Stack>
    </PageLayout>
  );
}

function ThemeNav({ current, day }: { current: Theme; day: string | undefined }) {
  return (
    <SideNav label="Thèmes du livre">
      <SideGroup>
        {shownThemes.map((theme) => (
          <SideLink
            key={theme}
            to="/regles/$theme"
            params={{ theme }}
            search={{ jour: day }}
            count={articleCount(theme)}
            aria-current={theme === current ? 'page' : undefined}
          >
            {THEMES[theme]}
          </SideLink>
        ))}
      </SideGroup>
    </SideNav>
  );
}
