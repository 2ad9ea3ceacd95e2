import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `vite build/gallery`: every component of the design system on invented data. Never part of the application.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { port: 4870, strictPort: true },
  build: { outDir: '../../dist/gallery', emptyOutDir: true },
  cacheDir: '../../.cache/gallery',
});
