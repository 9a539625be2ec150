/** Runs the script of this folder that is named first, with the parameters behind it: all of them are one bundle. */
const scripts = {
  appendUntilKilled: () => import("./appendUntilKilled.ts"),
  auditUntilKilled: () => import("./auditUntilKilled.ts"),
  claimAndHang: () => import("./claimAndHang.ts"),
  eraseUntilFlush: () => import("./eraseUntilFlush.ts"),
  holdDirectory: () => import("./holdDirectory.ts")
}

export type Script = keyof typeof scripts

const [script] = process.argv.splice(2, 1)
// Not awaited here: in a bundle a script imports what it shares with the others from this very module.
void scripts[script as Script]().then(({ run }) => run())
