// Electron's side, compiled file by file so that workers and data keep their place beside the code that opens them.
// Two modes: `main` (modules) and `preload` (one CommonJS file, as the sandbox requires).
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = join(import.meta.dirname, '..');

/** A worker is named by the address of its source; once compiled, by that of its module. */
const workerAddresses: Plugin = {
  name: 'worker-addresses',
  transform: (code) => code.replaceAll(/(new URL\(\s*['"]\.[^'"]*)\.ts(['"],\s*import\.meta\.url)/gu, '$1.js$2'),
};

const workers = globSync('electron/**/*-worker.ts', { cwd: root }).map((file) => join(root, file));

export default defineConfig(({ mode }) => ({
  root,
  publicDir: false,
  cacheDir: join(root, 'node_modules', '.cache', 'vite'),
  plugins: [workerAddresses],
  ssr: { target: 'node', external: ['electron'] },
  build: {
    ssr: true,
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions:
      mode === 'preload'
        ? {
            input: join(root, 'electron', 'preload.ts'),
            output: { format: 'cjs', entryFileNames: 'electron/preload.cjs' },
          }
        : {
            input: [join(root, 'electron', 'main.ts'), ...workers],
            output: { format: 'es', preserveModules: true, preserveModulesRoot: root, entryFileNames: '[name].js' },
          },
  },
}));
