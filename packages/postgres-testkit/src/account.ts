/** PostgreSQL refuses to run as root: there it runs as the account that owns nothing. */
import { execFileSync } from "node:child_process"
import { chownSync } from "node:fs"

interface Account {
  readonly uid: number
  readonly gid: number
}

const idOfNobody = (which: "-u" | "-g"): number =>
  Number(execFileSync("id", [which, "nobody"], { encoding: "utf8" }).trim())

/** The account the server runs as: our own where we are not root. */
export const serverAccount = (): Account | undefined =>
  process.getuid?.() === 0 ? { uid: idOfNobody("-u"), gid: idOfNobody("-g") } : undefined

/** Makes a folder or file the server's own. */
export const handOver = (path: string): void => {
  const account = serverAccount()
  if (account !== undefined) chownSync(path, account.uid, account.gid)
}
