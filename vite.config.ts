import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, normalizePath, type Plugin } from 'vite'

const root = import.meta.dirname
const web = join(root, 'app/web')

/** Address → page; the first whose address begins the path answers it. */
const pages = [
  ['/console', 'console.html'],
  ['/setup', 'setup.html'],
  ['/gallery', 'gallery/index.html'],
  ['/', 'hall.html'],
] as const

/** The development server answers every address of a page with that page, as the real server does. */
function pageAddresses(): Plugin {
  return {
    name: 'page-addresses',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = request.url?.split('?')[0] ?? '/'
        const isPage = request.headers.accept?.includes('text/html') && !/\.|^\/api\//.test(path)
        const page =
          isPage && pages.find(([address]) => path === address || path.startsWith(address.replace(/\/?$/, '/')))
        if (page) request.url = `/${page[1]}`
        next()
      })
    },
    // A page answers many addresses, so what it names relative to itself needs an absolute name.
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { filename, server }) =>
        server
          ? html.replace(
              /(src|href)="(\.[^"]+)"/g,
              (_, name, path) => `${name}="/@fs/${normalizePath(resolve(dirname(filename), path)).replace(/^\//, '')}"`,
            )
          : html,
    },
  }
}

/** Leaves behind which files went into the pages, so that `npm start` can tell whether they are still fresh. */
function inputList(): Plugin {
  return {
    name: 'input-list',
    apply: 'build',
    writeBundle() {
      // Style sheets may import others, which are no modules of their own.
      const styles = globSync('{app,kit,business}/**/*.css', { cwd: root }).map((file) => join(root, file))
      const ids = [...this.getModuleIds(), ...styles].map((id) => relative(root, id.split('?')[0] ?? id))
      const own = ids.filter((id) => id !== '' && !/^\.\.|^\0|node_modules/.test(id) && existsSync(join(root, id)))
      const list = resolve(root, 'dist/web.inputs.json')
      mkdirSync(dirname(list), { recursive: true })
      writeFileSync(list, JSON.stringify([...new Set(own)].sort(), null, 1))
    },
  }
}

/** The heavy furniture of the desk, kept out of the phone page; later groups may not swallow the parts of earlier ones. */
const groups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
  { name: 'echarts', test: /node_modules[\\/](echarts|zrender|tslib)[\\/]/, priority: 2 },
  {
    name: 'antd',
    test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-[^\\/]+|dayjs|@emotion)[\\/]/,
    priority: 1,
  },
]

export default defineConfig({
  root: web,
  appType: 'mpa',
  plugins: [react(), pageAddresses(), inputList()],
  build: {
    outDir: join(root, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      input: pages.map(([, file]) => join(web, file)).filter((file) => existsSync(file)),
      output: { codeSplitting: { groups } },
    },
  },
  server: {
    port: 5173,
    fs: { allow: [root] },
    proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? 8440}` },
  },
})
