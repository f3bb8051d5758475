export { CommandBar } from "./CommandBar";
export { CommandItem } from "./CommandItem";
export { keysText } from "./keys";
export { type Command, registry } from "./registry";
export { useAllCommands, useCommands, useShortcuts } from "./useCommands";
