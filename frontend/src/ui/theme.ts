import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from "@fluentui/react-components";

/** A calm blue-green: it stays apart from the red, amber and green that carry meaning. */
const brand: BrandVariants = {
  10: "#020506",
  20: "#0d1c20",
  30: "#112f36",
  40: "#133d47",
  50: "#154c58",
  60: "#165b6a",
  70: "#176a7c",
  80: "#177a8f",
  90: "#2f899c",
  100: "#4896a8",
  110: "#5fa4b3",
  120: "#76b2bf",
  130: "#8dc0cb",
  140: "#a5ced7",
  150: "#bddde3",
  160: "#d6ebef",
};

const shared = {
  fontFamilyBase: '"Inter Variable", system-ui, sans-serif',
  fontFamilyNumeric: '"Inter Variable", system-ui, sans-serif',
  borderRadiusMedium: "4px",
};

export const light: Theme = { ...createLightTheme(brand), ...shared };
export const dark: Theme = {
  ...createDarkTheme(brand),
  ...shared,
  colorNeutralStroke2: "#3d3d3d",
  colorStatusDangerForeground1: "#f09297",
  colorPaletteRedForeground1: "#f09297",
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorCompoundBrandForeground1: brand[120],
};
