import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const CLOCK = 'Le temps vient de platform/clock : ni Date ni horloge ailleurs.';

export default defineConfig(
  globalIgnores(['dist/', 'node_modules/', '.cache/']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'smart'],
      complexity: ['error', 25],
      'max-depth': ['error', 4],
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    // Rules that need the types, where there are promises to forget: a test without its `await` cannot fail.
    files: ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'test/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'Date', message: CLOCK }, { name: 'crypto', message: CLOCK }],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Rien de shared n’est tiré au sort.' },
        { object: 'Temporal', property: 'Now', message: CLOCK },
      ],
    },
  },
  {
    files: ['electron/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['electron/headless.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: 'Aucune donnée dans le navigateur.' },
        { name: 'sessionStorage', message: 'Aucune donnée dans le navigateur.' },
        { name: 'indexedDB', message: 'Aucune donnée dans le navigateur.' },
      ],
    },
  },
);
