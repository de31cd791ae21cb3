/**
 * Places that do not exist, so that no sample can be taken for a real bureau: GB/T 2260 assigns no code from 99.
 * Same columns as the tables in reference/. The populations are invented and spread over the bands of peer groups.
 */
export const SAMPLE_DIVISIONS = `
#示例省|
990000|示例省|i|1981
#示例省|示例市
990100|示例市|i|1981
990102|壬区|i|1981
990121|甲县|i|1981
990122|乙县|i|1981
990123|丙县|i|1981
990124|丁县|i|1981
990125|戊县|i|1981
990126|己县|i|1981
990127|庚县|i|1981
990128|辛县|i|1981
990181|癸市|i|1981
`;

export const SAMPLE_POPULATION = `
990000|4450000
990100|4450000
990102|620000
990121|212000
990122|248000
990123|275000
990124|301000
990125|334000
990126|389000
990127|425000
990128|168000
990181|1478000
`;
