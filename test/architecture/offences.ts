/** One offence per import wall: the file that commits it and its line of import. */
export interface Offence {
  readonly rule: string;
  readonly file: string;
  readonly imports: string;
}

const offence = (rule: string, file: string, imports: string): Offence => ({ rule, file, imports });

export const OFFENCES: readonly Offence[] = [
  offence('shared-imports-shared-only', 'shared/rules/a.ts', '../../electron/platform/clock.ts'),
  offence('kernel-imports-nothing', 'shared/kernel/a.ts', '../domain/values.ts'),
  offence('domain-imports-kernel', 'shared/domain/a.ts', '../contract/errors.ts'),
  offence('rules-before-contract', 'shared/rules/b.ts', '#shared/contract/errors.ts'),
  offence('electron-never-imports-renderer', 'electron/core/a.ts', '../../renderer/app/main.ts'),
  offence('foundation-knows-no-feature', 'electron/storage/a.ts', '#electron/features/visits/index.ts'),
  offence('features-know-no-api', 'electron/features/visits/a.ts', '#electron/api/router.ts'),
  offence('api-knows-no-wire', 'electron/api/a.ts', '#electron/transport/port.ts'),
  offence('transport-knows-no-core', 'electron/transport/a.ts', '#electron/core/create-core.ts'),
  offence('core-knows-no-host', 'electron/core/b.ts', '#electron/headless.ts'),
  offence('files-of-exchange-know-no-api', 'electron/backup/a.ts', '#electron/api/router.ts'),
  offence('shell-for-main-only', 'electron/headless.ts', './shell/windows.ts'),
  offence('hosts-are-imported-by-nobody', 'electron/core/c.ts', '../main.ts'),
  offence('feature-entered-by-its-index', 'electron/api/b.ts', '#electron/features/visits/visit-service.ts'),
  offence('feature-entered-by-its-index-from-another', 'electron/features/patients/a.ts', '../visits/visit-service.ts'),
  offence('renderer-imports-shared-only', 'renderer/api/a.ts', '#electron/api/router.ts'),
  offence('design-system-knows-no-screen', 'renderer/ui/a.ts', '../app/main.ts'),
  offence('no-node-in-shared-and-renderer', 'renderer/app/a.ts', 'node:fs'),
  offence('library-orpc', 'electron/features/visits/b.ts', '@orpc/server'),
  offence('library-better-sqlite3', 'electron/storage/b.ts', 'better-sqlite3'),
  offence('library-electron', 'electron/core/d.ts', 'electron'),
  offence('library-mantine-tabler', 'renderer/features/visits/a.ts', '@mantine/core'),
  offence('library-mantine-tabler', 'renderer/features/visits/b.ts', '@tabler/icons-react'),
  offence('library-zod', 'renderer/features/visits/c.ts', 'zod'),
  offence('library-kysely', 'renderer/api/b.ts', 'kysely'),
  offence('library-ws', 'electron/features/visits/c.ts', 'ws'),
  offence('library-pino', 'electron/core/e.ts', 'pino'),
  offence('library-react-react-dom-zustand-tanstack', 'electron/core/f.ts', 'zustand'),
  offence('library-csv-parse', 'renderer/features/visits/d.ts', 'csv-parse'),
  offence('library-myriaddreamin', 'electron/features/visits/d.ts', '@myriaddreamin/typst-ts-node-compiler'),
  offence('shipped-code-needs-shipped-libraries', 'electron/core/g.ts', 'fast-check'),
  offence('no-cycle', 'electron/core/h.ts', './i.ts'),
  offence('nothing-unresolved', 'electron/core/j.ts', './absent.ts'),
];

/** Imports that the walls let through. */
export const ALLOWED: readonly Omit<Offence, 'rule'>[] = [
  { file: 'shared/contract/ok.ts', imports: '../domain/values.ts' },
  { file: 'shared/contract/ok-library.ts', imports: '@orpc/contract' },
  { file: 'electron/main.ts', imports: './shell/windows.ts' },
  { file: 'electron/core/ok.ts', imports: '#electron/transport/port.ts' },
  { file: 'electron/api/ok.ts', imports: '#electron/features/visits/index.ts' },
  { file: 'electron/features/patients/ok.ts', imports: '../visits/index.ts' },
  { file: 'electron/storage/engines/ok.ts', imports: 'better-sqlite3' },
  { file: 'renderer/ui/ok.ts', imports: '@mantine/core' },
  { file: 'renderer/api/ok.ts', imports: '#shared/contract/errors.ts' },
];

/** Files the imports above lead to. */
export const TARGETS: readonly string[] = [
  ...['shared/kernel/day.ts', 'shared/domain/values.ts', 'shared/contract/errors.ts', 'renderer/app/main.ts'],
  ...['electron/platform/clock.ts', 'electron/api/router.ts', 'electron/transport/port.ts'],
  ...['electron/core/create-core.ts', 'electron/shell/windows.ts'],
  ...['electron/features/visits/index.ts', 'electron/features/visits/visit-service.ts'],
];
