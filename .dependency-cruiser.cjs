// Which folder may import what. The compiler settings of each folder are the first wall, these rules the second;
// a test builds an offence against each and checks that it is caught.

/** One library, one place. */
const fence = (library, allowed) => ({
  name: `library-${library.replaceAll(/\W+/gu, '-').replace(/^-|-$/gu, '')}`,
  severity: 'error',
  from: { path: '^(shared|electron|renderer)/', pathNot: allowed },
  to: { path: `(^|/)node_modules/${library}(/|$)` },
});

/** `from` never imports `to`. */
const wall = (name, from, to, pathNot) => ({
  name,
  severity: 'error',
  from: { path: from, ...(pathNot ? { pathNot } : {}) },
  to: { path: to },
});

const FOUNDATION = '^electron/(platform|storage|audit|events|security)/';

module.exports = {
  forbidden: [
    // shared/kernel ← domain ← {vocabulary, permissions, rules} ← contract
    wall('shared-imports-shared-only', '^shared/', '^(electron|renderer|build|test)/'),
    wall('kernel-imports-nothing', '^shared/kernel/', '^shared/(domain|vocabulary|permissions|rules|contract)/'),
    wall('domain-imports-kernel', '^shared/domain/', '^shared/(vocabulary|permissions|rules|contract)/'),
    wall('rules-before-contract', '^shared/(vocabulary|permissions|rules)/', '^shared/contract/'),

    // platform… ← features ← api ← transport ← core ← hosts
    wall('electron-never-imports-renderer', '^electron/', '^(renderer|build|test)/'),
    wall(
      'foundation-knows-no-feature',
      FOUNDATION,
      '^electron/(features|api|transport|core|shell|main|preload|headless)',
    ),
    wall('features-know-no-api', '^electron/features/', '^electron/(api|transport|core|shell|main|preload|headless)'),
    wall('api-knows-no-wire', '^electron/api/', '^electron/(transport|core|shell|main|preload|headless)'),
    wall('transport-knows-no-core', '^electron/transport/', '^electron/(core|shell|main|preload|headless)'),
    wall('core-knows-no-host', '^electron/core/', '^electron/(shell|main|preload|headless)'),
    wall(
      'files-of-exchange-know-no-api',
      '^electron/(backup|reporting|exchange)/',
      '^electron/(api|transport|core|shell|main|preload|headless)',
    ),
    wall('shell-for-main-only', '^(electron|renderer|shared)/', '^electron/shell/', '^electron/(shell/|main[.]ts$)'),
    wall('hosts-are-imported-by-nobody', '^(electron|renderer|shared)/', '^electron/(main|preload|headless)[.]ts$'),
    {
      name: 'feature-entered-by-its-index',
      severity: 'error',
      comment: 'A feature is entered through its public face.',
      from: { path: '^electron/', pathNot: '^electron/features/' },
      to: { path: '^electron/features/[^/]+/', pathNot: '^electron/features/[^/]+/index[.]ts$' },
    },
    {
      name: 'feature-entered-by-its-index-from-another',
      severity: 'error',
      from: { path: '^electron/features/([^/]+)/' },
      to: {
        path: '^electron/features/[^/]+/',
        pathNot: ['^electron/features/$1/', '^electron/features/[^/]+/index[.]ts$'],
      },
    },

    // renderer imports shared only
    wall('renderer-imports-shared-only', '^renderer/', '^(electron|build|test)/'),
    wall('design-system-knows-no-screen', '^renderer/ui/', '^renderer/(app|api|features)/'),

    // the machine
    {
      name: 'no-node-in-shared-and-renderer',
      severity: 'error',
      from: { path: '^(shared|renderer)/' },
      to: { dependencyTypes: ['core'] },
    },

    // strong libraries
    fence('@orpc', '^(shared/contract|electron/(api|transport)|renderer/api)/'),
    fence('better-sqlite3', '^electron/storage/engines/'),
    fence('electron', '^electron/(main[.]ts$|preload[.]ts$|shell/)'),
    fence('(@mantine|@tabler)', '^renderer/(ui|app)/'),
    fence('zod', '^shared/'),
    fence('kysely', '^electron/'),
    fence('ws', '^electron/transport/'),
    fence('pino', '^electron/platform/'),
    fence('(react|react-dom|zustand|@tanstack)', '^renderer/'),
    fence('csv-parse', '^electron/'),
    fence('@myriaddreamin', '^electron/reporting/'),
    {
      name: 'shipped-code-needs-shipped-libraries',
      severity: 'error',
      comment: 'What runs in Node is not bundled: its libraries must be among `dependencies`.',
      from: { path: '^(electron|shared)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/(electron|@types)/',
      },
    },

    {
      name: 'no-cycle',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: { path: '^(shared|electron|renderer|build|test)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
