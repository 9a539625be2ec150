/** One of each block, as Slack's documentation shows it: what the checks must let through. */

export const plain = (text: string) => ({ type: "plain_text", text })
export const markup = (text: string) => ({ type: "mrkdwn", text })
export const option = (value: string) => ({ text: plain(value), value })
export const section = { type: "section", text: markup("Hello") }
export const button = { type: "button", action_id: "go", text: plain("Go"), value: "1" }
const image = { type: "image", image_url: "https://example.test/a.png", alt_text: "A" }
const richText = {
  type: "rich_text",
  elements: [
    {
      type: "rich_text_section",
      elements: [
        { type: "text", text: "Hello ", style: { bold: true } },
        { type: "user", user_id: "U1" },
        { type: "emoji", name: "wave" }
      ]
    },
    { type: "rich_text_list", style: "bullet", indent: 0, elements: [{ type: "rich_text_section", elements: [] }] },
    { type: "rich_text_quote", elements: [] },
    { type: "rich_text_preformatted", elements: [{ type: "link", url: "https://example.test" }], border: 0 }
  ]
}
const confirm = { title: plain("Sure?"), text: markup("Really?"), confirm: plain("Yes"), deny: plain("No") }
const point = { label: "Mon", value: 1 }

export const inMessages: Readonly<Record<string, object>> = {
  section: { ...section, block_id: "a", fields: [plain("one"), markup("two")], accessory: button, expand: true },
  header: { type: "header", text: plain("Title") },
  divider: { type: "divider" },
  context: { type: "context", elements: [image, markup("small"), { ...plain("print"), emoji: true }] },
  actions: {
    type: "actions",
    elements: [
      { ...button, style: "danger", confirm },
      { type: "overflow", action_id: "more", options: [{ ...option("a"), url: "https://example.test" }] },
      { type: "datepicker", action_id: "date", initial_date: "2026-11-20", placeholder: plain("When") },
      { type: "timepicker", action_id: "time", initial_time: "09:30", timezone: "Europe/London" },
      { type: "datetimepicker", action_id: "at", initial_date_time: 1_790_000_000 },
      { type: "static_select", action_id: "s", options: [option("a")], initial_option: option("a") },
      {
        type: "multi_static_select",
        action_id: "m",
        option_groups: [{ label: plain("Group"), options: [option("a")] }],
        max_selected_items: 2
      },
      { type: "external_select", action_id: "x", min_query_length: 3 },
      { type: "conversations_select", action_id: "c", filter: { include: ["private"] } },
      { type: "workflow_button", action_id: "w", text: plain("Run"), workflow: { trigger: { url: "https://x.test" } } }
    ]
  },
  input: { type: "input", label: plain("Name"), element: { type: "plain_text_input", min_length: 1, max_length: 9 } },
  image: { ...image, title: plain("Picture") },
  rich_text: richText,
  markdown: { type: "markdown", text: "**bold**" },
  table: {
    type: "table",
    rows: [[{ type: "raw_text", text: "a" }, richText, { type: "raw_number", value: 1, text: "1" }]],
    column_settings: [{ align: "right", is_wrapped: true }]
  },
  data_table: {
    type: "data_table",
    caption: "Numbers",
    rows: [[{ type: "raw_text", text: "a" }], [{ type: "raw_text", text: "b" }]]
  },
  data_visualization: {
    type: "data_visualization",
    title: "Chart",
    chart: { type: "bar", series: [{ name: "one", data: [point] }], axis_config: { categories: ["Mon"] } }
  },
  video: {
    type: "video",
    alt_text: "A",
    title: plain("A"),
    thumbnail_url: "https://example.test/a.png",
    video_url: "https://example.test/a"
  },
  card: { type: "card", title: markup("Card"), actions: [button] },
  carousel: { type: "carousel", elements: [{ type: "card", body: markup("Body") }] },
  container: { type: "container", title: plain("Box"), child_blocks: [section], is_collapsible: true },
  context_actions: {
    type: "context_actions",
    elements: [
      {
        type: "feedback_buttons",
        positive_button: { text: plain("+"), value: "+" },
        negative_button: { text: plain("-"), value: "-" }
      },
      { type: "icon_button", icon: "trash", text: plain("Delete") }
    ]
  },
  task_card: { type: "task_card", task_id: "1", title: "Do", status: "pending", details: richText },
  plan: { type: "plan", title: "Plan", tasks: [{ task_id: "1", title: "Do", status: "complete" }] }
}

export const inModals: Readonly<Record<string, object>> = {
  alert: { type: "alert", text: plain("Careful"), level: "warning" },
  email: { type: "input", label: plain("Email"), element: { type: "email_text_input", placeholder: plain("a@b") } },
  url: { type: "input", label: plain("URL"), element: { type: "url_text_input" } },
  number: {
    type: "input",
    label: plain("Number"),
    element: { type: "number_input", is_decimal_allowed: false, min_value: "1", max_value: "5" }
  },
  file: { type: "input", label: plain("File"), element: { type: "file_input", filetypes: ["pdf"], max_files: 1 } },
  rich: { type: "input", label: plain("Text"), element: { type: "rich_text_input", initial_value: richText } },
  boxes: {
    type: "input",
    label: plain("Which"),
    hint: plain("Some"),
    optional: true,
    element: { type: "checkboxes", options: [{ ...option("a"), text: markup("*a*") }], initial_options: [option("a")] }
  },
  circles: {
    type: "input",
    label: plain("Which"),
    dispatch_action: true,
    element: { type: "radio_buttons", options: [option("a")], focus_on_load: true }
  },
  typed: {
    type: "input",
    label: plain("Name"),
    element: {
      type: "plain_text_input",
      dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
      multiline: true
    }
  },
  people: { type: "input", label: plain("Who"), element: { type: "multi_users_select", initial_users: ["U1"] } }
}
