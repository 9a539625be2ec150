/** Makes the emulator's channels the ones asked for, and returns the ids of those nobody asked for. */
import type { Aliases } from "./emulator/Aliases.ts"
import { type Emulator, owner } from "./emulator/Emulator.ts"
import { isObject, type JsonObject, objectsOf, textOr } from "./json.ts"
import type { Channel } from "./options.ts"

const expectOk = (channel: Channel, answer: JsonObject): JsonObject => {
  if (answer["ok"] === true) return answer
  throw new Error(`#${channel.name} could not be set up: ${textOr(answer["error"], "no reason given")}.`)
}

export const setUpChannels = async (
  emulator: Emulator,
  aliases: Aliases,
  channels: ReadonlyArray<Channel>
): Promise<ReadonlyArray<string>> => {
  const { channels: brought } = await emulator.call(owner, "conversations.list", {})
  for (const channel of channels) {
    const existing = objectsOf(brought).find((candidate) => candidate["name"] === channel.name)
    const asked = { name: channel.name, is_private: channel.private ?? false }
    const made = existing ?? expectOk(channel, await emulator.call(owner, "conversations.create", asked))["channel"]
    const inside = isObject(made) ? textOr(made["id"], "") : ""
    aliases.bind(channel.id, inside)
    // Slack takes at most 100 people in one invitation.
    for (let start = 0; start < channel.members.length; start += 100) {
      const users = channel.members.slice(start, start + 100).join(",")
      expectOk(channel, await emulator.call(owner, "conversations.invite", { channel: inside, users }))
    }
    // The emulator lets nobody leave #general; there the owner stays, and is left out of the answers.
    if (existing === undefined) await emulator.call(owner, "conversations.leave", { channel: inside })
  }
  return objectsOf(brought)
    .filter((candidate) => !channels.some((channel) => channel.name === candidate["name"]))
    .map((candidate) => textOr(candidate["id"], ""))
}
