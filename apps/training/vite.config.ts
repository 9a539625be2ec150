import { fileURLToPath } from "node:url"
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here("./src/page"),
  base: "/",
  plugins: [react()],
  build: {
    outDir: here("./dist/page"),
    emptyOutDir: true,
    // The renderer for rarer blocks is one large file; it is loaded only when such a block is shown.
    chunkSizeWarningLimit: 1200
  }
})
