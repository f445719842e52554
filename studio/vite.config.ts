// Builds the studio into build/studio, from where CMake bakes it into the program. Names without digests: what is baked keeps its place.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { texts } from './tools/texts.ts';

// While one works on the studio: `parcours serve` answers, Vite shows the pages.
const program = 'http://127.0.0.1:8787';
const proxy = { '/api': { target: program, changeOrigin: true, headers: { Origin: program } } };

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../build/vite',
  plugins: [texts(), svelte()],
  resolve: { conditions: ['browser'] },
  build: {
    outDir: '../build/studio',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    target: 'es2022',
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { entryFileNames: 'assets/studio.js', chunkFileNames: 'assets/[name].js', assetFileNames: 'assets/[name][extname]' },
    },
  },
  server: { proxy },
  preview: { proxy },
  test: { include: ['tests/**/*.test.ts'], testTimeout: 120_000 },
} as Parameters<typeof defineConfig>[0]);
