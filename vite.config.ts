import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bootScript } from './src/build/bootScript.ts';
import { builtPage } from './src/build/builtPage.ts';
import { checkServerFile } from './src/build/checkServerFile.ts';
import { lateImports, toChunk } from './src/build/chunks.ts';
import { documentTexts } from './src/build/documentTexts.ts';
import { eagerFactories } from './src/build/eagerFactories.ts';
import { languageRooms, toLanguage } from './src/build/language.ts';
import { offline } from './src/build/offline/offline.ts';
import { toScopedName } from './src/build/scopedName.ts';
import { scormPackage } from './src/build/scorm12/scormPackage.ts';
import { takeHome } from './src/build/takeHome.ts';
import { virtualModules } from './src/build/virtualModules.ts';

export default defineConfig(({ mode }) => ({
  // Relative addresses, so that the build can be served from any folder.
  base: './',
  plugins: [
    react(),
    lateImports(),
    eagerFactories(),
    languageRooms(toLanguage(mode)),
    virtualModules(),
    documentTexts(),
    takeHome(),
    checkServerFile(),
    builtPage(),
    bootScript(),
    offline(),
    scormPackage(),
  ],
  css: { modules: { generateScopedName: toScopedName } },
  build: {
    target: 'baseline-widely-available',
    // Two kilobytes (brotli) smaller than the default minifier's output, for a slower build.
    minify: 'terser',
    terserOptions: {
      module: true,
      ecma: 2020,
      compress: { passes: 4 },
    },
    rolldownOptions: {
      output: {
        // The entry names each of eighty files: a letter less than by default is 60 bytes (brotli).
        chunkFileNames: 'assets/[name]-[hash:7].js',
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: toChunk }] },
      },
    },
    // An inlined asset is a data: address, which `img-src 'self'` refuses.
    assetsInlineLimit: 0,
    // The prerendered page shows every panel at once, so all styles are wanted before the first paint.
    cssCodeSplit: false,
  },
}));
