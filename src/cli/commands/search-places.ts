export const searchPlaces = ['numbers', 'text', 'results', 'awards'] as const;
export type SearchPlace = (typeof searchPlaces)[number];
