// SPDX-License-Identifier: Apache-2.0
package dev.parsimony.simulator.http;

import java.util.SplittableRandom;
import tools.jackson.databind.node.ArrayNode;

/** Unit vectors that depend on nothing but a seed and their length. */
final class Vectors {

    private Vectors() {}

    static float[] of(String seed, int dimensions) {
        SplittableRandom random = new SplittableRandom(seed.hashCode());
        float[] vector = new float[dimensions];
        double square = 0;
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) (random.nextDouble() * 2 - 1);
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < dimensions; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    /** A vector as a list of numbers. */
    static ArrayNode list(float[] vector) {
        ArrayNode numbers = Json.array();
        for (float number : vector) {
            numbers.add(number);
        }
        return numbers;
    }
}
