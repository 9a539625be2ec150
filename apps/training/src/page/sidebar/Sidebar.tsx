import { type Address, HOME, POLICE } from "../../address/address.ts"
import { isPolice, type Place } from "../../address/place.ts"
import type { ConversationSummary, Workspace } from "../../api.ts"
import { isUnread, type LastSeen } from "./lastSeen.ts"
import { PlaceLink } from "./PlaceLink.tsx"
import { PlaceList } from "./PlaceList.tsx"

interface SidebarProps {
  readonly workspace: Workspace
  readonly place: Place
  readonly lastSeen: LastSeen | undefined
  readonly isOpen: boolean
  readonly onGo: (address: Address) => void
}

export const Sidebar = ({ workspace, place, lastSeen, isOpen, onGo }: SidebarProps) => {
  const { me, conversations, authority, inboxes, personas } = workspace
  const isNew = (persona: string, conversation: ConversationSummary) =>
    lastSeen !== undefined && isUnread(lastSeen, persona, conversation)
  const forOthers = inboxes.filter(({ persona, conversation }) => persona !== me.id && isNew(persona, conversation))
  const news = conversations.filter((conversation) => place.id !== conversation.id && isNew(me.id, conversation))
  const links = (kind: "channel" | "dm") =>
    conversations
      .filter((summary) => summary.kind === kind)
      .map((summary) => (
        <PlaceLink
          key={summary.id}
          address={{ as: me.id, in: summary.id }}
          sign={kind === "channel" ? "#" : "•"}
          name={summary.name}
          isHere={place.id === summary.id}
          isUnread={isNew(me.id, summary)}
          onGo={onGo}
        />
      ))

  return (
    <div id="sidebar" className={isOpen ? "sidebar sidebar-open" : "sidebar"}>
      <nav aria-label="Conversations">
        <p className="sidebar-title">
          Safe Return
          <span className="sidebar-authority">{authority}</span>
        </p>
        <PlaceList title="Channels">{links("channel")}</PlaceList>
        <PlaceList title="Direct messages">{links("dm")}</PlaceList>
        <PlaceList title="App">
          <PlaceLink
            address={{ as: me.id, in: HOME }}
            sign="⌂"
            name="App Home"
            isHere={place.kind === "home"}
            onGo={onGo}
          />
          {isPolice(me) && (
            <PlaceLink
              address={{ as: me.id, in: POLICE }}
              sign="✎"
              name="Police and MASH"
              isHere={place.kind === "police"}
              onGo={onGo}
            />
          )}
        </PlaceList>
        {forOthers.length > 0 && (
          <PlaceList title="New for others">
            {forOthers.map(({ persona, conversation }) => (
              <PlaceLink
                key={persona}
                address={{ as: persona, in: conversation.id }}
                sign="•"
                name={personas.find(({ id }) => id === persona)?.name ?? persona}
                isHere={false}
                isUnread
                onGo={onGo}
              />
            ))}
          </PlaceList>
        )}
      </nav>
      <p className="visually-hidden" role="status">
        {news.length === 0 ? "" : `New messages in ${news.map(({ name }) => name).join(", ")}`}
      </p>
    </div>
  )
}
