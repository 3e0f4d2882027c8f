package se.varjedag.pathway.measure;

import java.util.List;

/// What one step of one pathway definition cost a group of patients.
///
/// @param key the values of the question's keys, in its order
/// @param svf the id of the definition
/// @param days the patient-days spent in the step
/// @param overtimeDays the overtime days placed on it
/// @param patients those who have the step in their pathway; for what is not measured, those with overtime
/// left over
public record StepSum(List<String> key, String svf, Step step, long days, long overtimeDays, long patients) {
    public StepSum {
        key = List.copyOf(key);
    }
}
