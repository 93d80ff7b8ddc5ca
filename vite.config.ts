import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { modeldeckSources } from './server/devPlugin.mjs'

export default defineConfig({
  // Relative, so that the same build works under any path of any host.
  base: './',
  plugins: [react(), modeldeckSources()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2023',
    sourcemap: true,
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // All of the first load in one file: thirty small ones compress 11 kB worse and are thirty requests.
            { name: 'first', tags: ['$initial'], test: (id) => !/(main\.tsx|index\.html)$/.test(id), priority: 1 },
            // What pages and dialogs share goes into a few files, by who needs it, instead of one for each module. Files that
            // are merged further than this come to need each other (scripts/build.mjs refuses that).
            { name: 'shared', test: /\/src\/|@tabler/, minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 10_000 },
          ],
        },
        chunkFileNames: ({ name }) => `assets/${shortName(name)}-[hash].js`,
        assetFileNames: ({ names: [name = 'asset'] }) => `assets/${shortName(name)}-[hash][extname]`,
      },
    },
  },
  test: {
    // Page tests wait more than they compute.
    maxWorkers: '100%',
    // A page test makes and drops documents all the time: with V8's own 16 MB for what is young, a sixth of the time goes into collecting.
    execArgv: ['--max-semi-space-size=64'],
    projects: [
      { extends: true, test: { name: 'pure', environment: 'node', isolate: false, include: ['{src,server,scripts}/**/*.test.{ts,mjs}'] } },
      {
        extends: true,
        test: {
          name: 'dom',
          // The app and its libraries are loaded once for all files: most of the time went into that.
          isolate: false,
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/testing/setup.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
})

/** A shared file is named by all who share it. */
function shortName(name: string): string {
  return name.replace(/~.*/, '').replace(/\.css$/, '')
}
