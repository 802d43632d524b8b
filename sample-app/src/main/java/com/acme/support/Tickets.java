// SPDX-License-Identifier: Apache-2.0
package com.acme.support;

import java.util.List;

/** What comes in on one morning. */
final class Tickets {
    static final List<String> NEW = List.of(
            "I was charged twice for order 4711, please refund one payment.",
            "My parcel has been in the depot for six days now.",
            "The lamp flickers when I dim it below thirty percent.",
            "How do I send back the chair? It does not fit through my door.",
            "Can you add my VAT number to the last invoice?",
            "The app says my session expired each time I open it.",
            "Where is my order 5120? The tracking page is empty.",
            "Do you have a shop in Lisbon?");

    static final List<String> QUESTIONS = List.of(
            "How long do I have to return an item?",
            "Do you deliver on Saturdays?",
            "How long do I have to return an item?",
            "Which batteries does the door sensor take?",
            "Do you deliver on Saturdays?",
            "How long do I have to return an item?",
            "Can I pay by invoice?",
            "Do you deliver on Saturdays?",
            "How long do I have to return an item?",
            "Which batteries does the door sensor take?");

    static final List<List<String>> VISITS = List.of(
            List.of(
                    "Hello, my lamp arrived broken.",
                    "Order 6022, bought last week.",
                    "A new one, please, not the money.",
                    "Thank you. When will it come?"),
            List.of(
                    "Is the heating controller compatible with my boiler?",
                    "It is a Norden B200 of 2019.",
                    "And who can install it for me?"),
            List.of(
                    "I would like to change my delivery address.",
                    "Order 6100. The new street is Harbour Road 5.",
                    "No, the invoice address stays."),
            List.of(
                    "My parcel shows no movement since Monday.",
                    "Order 6155.",
                    "Please send another one at once.",
                    "And if both arrive?"),
            List.of(
                    "The door sensor is offline again.",
                    "I changed the cell already.",
                    "It blinks twice now.",
                    "Paired, thank you. How long will the cell last?"));

    static final List<String> LETTERS = List.of(
            "an apology to Ms Okafor, whose parcel came a week late",
            "a welcome to Mr Lindqvist, our first business customer in Sweden",
            "a reminder to Mr Costa, whose invoice of May is open");

    private Tickets() {}
}
