export { type WatchSettings, watchSettingsFrom } from "./WatchSettings.ts"
export { watch, watchOnce } from "./watch.ts"
