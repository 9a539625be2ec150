/** What each setting is made of, which decides what around it is harmless and what inside it is a mistake. */

export type SettingKind =
  /** A token that Slack or we gave out: it is sent after `Bearer`, and so often copied with it. */
  | "token"
  /** A token or key that a council makes up and another party must hold letter for letter. */
  | "shared secret"
  | "secret"
  /** An id, a number, a host. */
  | "word"
  /** Several words or addresses. */
  | "list"
  | "address"
  /** A name or a file: spaces belong to it. */
  | "text"

export const settingKinds = {
  SLACK_BOT_TOKEN: "token",
  SLACK_SIGNING_SECRET: "secret",
  SLACK_APP_TOKEN: "token",
  SLACK_API_URL: "address",
  SAFE_RETURN_WORKSPACE: "word",
  SAFE_RETURN_SLACK_WORKSPACE: "word",
  SAFE_RETURN_SLACK_TABLES: "word",
  SAFE_RETURN_AUTHORITY: "text",
  SAFE_RETURN_MISSING_CHANNEL: "word",
  SAFE_RETURN_MANAGERS_CHANNEL: "word",
  SAFE_RETURN_EDUCATION_CHANNEL: "word",
  SAFE_RETURN_MASH: "list",
  SAFE_RETURN_MISSING_COORDINATORS: "list",
  SAFE_RETURN_TEAM_MANAGERS: "list",
  SAFE_RETURN_HEADS_OF_SERVICE: "list",
  SAFE_RETURN_OUT_OF_HOURS_DUTY: "list",
  SAFE_RETURN_INTERVIEWERS: "list",
  SAFE_RETURN_WORKERS: "list",
  SAFE_RETURN_ADMINISTRATORS: "list",
  SAFE_RETURN_EDUCATION_OFFICERS: "list",
  SAFE_RETURN_ATTENDANCE: "list",
  SAFE_RETURN_ADMISSIONS: "list",
  SAFE_RETURN_EDUCATION_MANAGERS: "list",
  SAFE_RETURN_INCLUSION_PANEL: "list",
  SAFE_RETURN_INCLUSION_LEADS: "list",
  SAFE_RETURN_EDUCATION_CENSUS_DAYS: "list",
  SAFE_RETURN_CASE_REFERENCES: "list",
  SAFE_RETURN_CASE_SYSTEM_REFERENCES: "list",
  SAFE_RETURN_POLICE_REFERENCES: "list",
  SAFE_RETURN_EDUCATION_REFERENCES: "list",
  SAFE_RETURN_NOTIFY_API_KEY: "secret",
  SAFE_RETURN_NOTIFY_API_URL: "address",
  SAFE_RETURN_NOTIFY_EMAIL_TEMPLATE: "word",
  SAFE_RETURN_NOTIFY_SMS_TEMPLATE: "word",
  SAFE_RETURN_NOTIFY_MISSING_COORDINATORS: "list",
  SAFE_RETURN_NOTIFY_TEAM_MANAGERS: "list",
  SAFE_RETURN_NOTIFY_HEADS_OF_SERVICE: "list",
  SAFE_RETURN_NOTIFY_OUT_OF_HOURS_DUTY: "list",
  SAFE_RETURN_INTAKE_TOKEN: "shared secret",
  SAFE_RETURN_INTAKE_SIGNING_SECRET: "shared secret",
  SAFE_RETURN_INTAKE_SENDERS: "text",
  SAFE_RETURN_INTAKE_PER_MINUTE: "word",
  SAFE_RETURN_DATA: "text",
  SAFE_RETURN_DATABASE_URL: "address",
  SAFE_RETURN_DATABASE_CA: "text",
  SAFE_RETURN_JOURNAL_KEY: "secret",
  SAFE_RETURN_JOURNAL_KEY_FILE: "text",
  SAFE_RETURN_SHADOW: "word",
  SAFE_RETURN_GIVE_UP_MINUTES: "word",
  SAFE_RETURN_TRY_AGAIN_MINUTES: "word",
  SAFE_RETURN_CALENDAR_OVERRIDES: "text",
  SAFE_RETURN_POLICY: "text",
  SAFE_RETURN_HEARTBEAT_URL: "address",
  SAFE_RETURN_HEARTBEAT_CHANNEL: "word",
  SAFE_RETURN_HEARTBEAT_SECONDS: "word",
  SAFE_RETURN_HEARTBEAT_LATE_SECONDS: "word",
  SAFE_RETURN_WATCH_URL: "address",
  SAFE_RETURN_WATCH_LISTEN: "word",
  SAFE_RETURN_WATCH_TOKEN: "shared secret",
  SAFE_RETURN_WATCH_CONTACTS: "list",
  SAFE_RETURN_WATCH_WEBHOOK: "address",
  SAFE_RETURN_WATCH_AFTER_SECONDS: "word",
  SAFE_RETURN_WATCH_AGAIN_MINUTES: "word",
  SAFE_RETURN_WATCH_LOOK_SECONDS: "word",
  SAFE_RETURN_WATCH_AWAKE_HOUR: "word",
  SAFE_RETURN_WATCH_STATE: "text",
  SAFE_RETURN_LOG: "word",
  SAFE_RETURN_TRAINING_SIZE: "word",
  OTEL_EXPORTER_OTLP_ENDPOINT: "address",
  OTEL_EXPORTER_OTLP_HEADERS: "list",
  OTEL_SERVICE_NAME: "text",
  OTEL_METRIC_EXPORT_INTERVAL: "word",
  OTEL_TRACES_SAMPLER_ARG: "word",
  HOST: "word",
  PORT: "word"
} as const satisfies Readonly<Record<string, SettingKind>>

export type SettingName = keyof typeof settingKinds

export const isSetting = (name: string): name is SettingName => Object.hasOwn(settingKinds, name)

export const kindOf = (name: string): SettingKind | undefined => (isSetting(name) ? settingKinds[name] : undefined)
