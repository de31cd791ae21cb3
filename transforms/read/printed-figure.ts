/** Whether a cell of a table holds a figure and nothing else, before anything is known of the table. */

/** "1,234.50", "(3.20)", "85%", "2080501", "１，２３４．５０" once digits are folded */
const FIGURE = /^[-−－(（]?\d[\d,.，．]*%?[)）]?$/;

export const isPrintedFigure = (text: string): boolean => FIGURE.test(text.trim());
