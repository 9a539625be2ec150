/** The files of the built page over HTTP. */
import { readFile } from "node:fs/promises"
import { extname, join, normalize } from "node:path"

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2"
}

/** The page needs nothing from outside this machine, and no other page may frame it. */
const security = {
  "content-security-policy":
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer"
}

interface PageFile {
  readonly headers: Readonly<Record<string, string>>
  readonly content: Buffer
}

/** The file at `path`; the page itself for `/` and for any address without a file name, which the page reads. */
export const pageFile = async (folder: string, path: string): Promise<PageFile | undefined> => {
  const extension = extname(path)
  const file = extension === "" ? "/index.html" : normalize(path)
  const contentType = contentTypes[extname(file)]
  if (contentType === undefined) return undefined
  const content = await readFile(join(folder, file)).catch(() => undefined)
  if (content === undefined) return undefined
  // Vite names what is under /assets/ by its content.
  const caching = file.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-store"
  return { headers: { ...security, "content-type": contentType, "cache-control": caching }, content }
}
