/** How the desk is built: two entries, because the page of someone who is asked to answer stays small. */
import localesPlugin from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// In watch mode the server's BASE_URL is the address of Vite: host name, cookie and Origin are then the same on both sides.
const server = process.env.SERVER ?? 'http://127.0.0.1:3000'

/** While watching, Vite serves the personal links as the server does. */
const signLinks: Plugin = {
  name: 'sign-links',
  configureServer(vite) {
    vite.middlewares.use((request, _response, next) => {
      if (/^\/(s|logo)\//.test(request.url ?? '')) request.url = '/sign.html'
      next()
    })
  },
}

export default defineConfig({
  plugins: [react(), signLinks, { ...localesPlugin.vite({ locales: ['nl-NL', 'en-US'] }), enforce: 'pre' }],
  build: { target: 'es2022', rollupOptions: { input: ['index.html', 'sign.html'] } },
  server: { proxy: Object.fromEntries(['/api', '/sync', '/files', '/p/', '/dev/'].map((path) => [path, { target: server, ws: path === '/sync', changeOrigin: false }])) },
})
