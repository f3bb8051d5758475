import { type Theme, webDarkTheme, webLightTheme } from "@fluentui/react-components";

const fontFamilyBase = '"Inter Variable", system-ui, sans-serif';

export const light: Theme = { ...webLightTheme, fontFamilyBase };
export const dark: Theme = { ...webDarkTheme, fontFamilyBase };
