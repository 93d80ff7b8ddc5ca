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
    // All of the first load in one file: thirty small ones compress 11 kB worse and are thirty requests.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'], test: (id) => !/(main\.tsx|index\.html)$/.test(id) }] } } },
  },
  test: {
    projects: [
      { extends: true, test: { name: 'pure', environment: 'node', include: ['{src,server,scripts}/**/*.test.{ts,mjs}'] } },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/testing/setup.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
})
