import { firstLoad } from './scripts/firstLoad.mjs'

const { js, css } = firstLoad('src/pages/models/')

export default [
  { name: 'JavaScript of the first load of /models', path: js, gzip: true, limit: '190 kB' },
  { name: 'CSS of the first load of /models', path: css, gzip: true, limit: '25 kB' },
]
