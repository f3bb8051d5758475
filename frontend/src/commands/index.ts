export { CommandBar } from "./CommandBar";
export { CommandItem } from "./CommandItem";
export { type CurrentList, currentList, useCurrentList, useOfferList } from "./currentList";
export { KeySections } from "./KeySections";
export { Keys } from "./Keys";
export { keysText, takesText } from "./keys";
export { type Command, registry } from "./registry";
export { useAllCommands, useCommands, useRefusal, useShortcuts } from "./useCommands";
