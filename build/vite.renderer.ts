// The interface: one entry, hashed files, nothing inline and nothing from elsewhere, so that the strict
// content policy of both hosts holds without an exception.
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, '..');

export default defineConfig({
  root: join(root, 'renderer'),
  base: '/',
  publicDir: false,
  cacheDir: join(root, 'node_modules', '.cache', 'vite'),
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  build: {
    outDir: join(root, 'dist', 'renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/u, priority: 3 },
            { name: 'design', test: /node_modules[\\/](@mantine|@floating-ui|@tabler)[\\/]/u, priority: 2 },
            { name: 'libraries', test: /node_modules/u, priority: 1 },
          ],
        },
      },
    },
  },
});
