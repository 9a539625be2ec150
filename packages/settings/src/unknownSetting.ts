/** Names that look like settings and are none: one that is nearly a setting's was meant as it. */
import { nearest } from "./didYouMean.ts"
import { isSetting, settingKinds } from "./settingKind.ts"

const names = Object.keys(settingKinds)

const OURS = /^safe[^a-z0-9]?return[^a-z0-9]/i
/** With letters swapped, left out or doubled. */
const NEARLY_OURS = /^s[a-z]{2,4}[^a-z0-9]?r[a-z]{3,7}[^a-z0-9]/i
/** Slack's names are other programs' too. */
const OF_SLACK = /^slack[^a-z0-9]/i

/** So many letters may be wrong before a name is taken for another. Working choices. */
const [MISTAKES_IN_OURS, MISTAKES_IN_SLACKS] = [3, 2]

export type UnknownSetting =
  | { readonly _tag: "Misspelt"; readonly message: string }
  /** Perhaps of another version: the start does not fail by it. */
  | { readonly _tag: "Unknown"; readonly message: string }

const inOneStyle = (name: string): string =>
  name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "_")
    .replace(/^SAFERETURN_/, "SAFE_RETURN_")

const meantBy = (name: string): string | undefined => {
  if (OF_SLACK.test(name)) return nearest(inOneStyle(name), names, MISTAKES_IN_SLACKS)[0]
  return NEARLY_OURS.test(name) ? nearest(inOneStyle(name), names, MISTAKES_IN_OURS)[0] : undefined
}

/** Undefined where it is a setting, or nothing of ours. */
export const unknownSetting = (name: string): UnknownSetting | undefined => {
  if (isSetting(name)) return undefined
  const meant = meantBy(name)
  if (meant !== undefined) {
    return { _tag: "Misspelt", message: `is no setting. If ${meant} is meant, set that; if not, take it away` }
  }
  return OURS.test(name)
    ? {
        _tag: "Unknown",
        message: "is no setting of this version, and was not read. Check its spelling, or take it away"
      }
    : undefined
}
