import type { SlackWorkspace } from "@safe-return/slack-testkit"

/** The name shown beside a message. */
export const authorName = (workspace: SlackWorkspace, id: string): string =>
  id === "USLACKBOT" ? "Slackbot" : (workspace.members.find((member) => member.id === id)?.realName ?? id)
